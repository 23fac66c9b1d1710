import { contextBridge, ipcRenderer } from 'electron';
import { exposeBridge } from './exposeBridge.ts';

exposeBridge((name, bridge) => contextBridge.exposeInMainWorld(name, bridge), ipcRenderer, window);
