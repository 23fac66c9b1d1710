import { copyFileSync, rmSync } from 'node:fs';
import { openConnection } from '../db/store/connection.ts';
import { idMaker } from '../db/store/ids.ts';
import { importRow } from './bench/importRows.ts';
import { pinyin } from '../db/domain/personName.ts';
const rows=Array.from({length:100000},(_, i)=>importRow(i)).map(r=>({r,p:pinyin(String(r[0])).spaced}));
for (const variant of ['all','noFk','noName','noName,noPinyin','cache64']) {
  rmSync('/tmp/imp/x.sqlite',{force:true}); rmSync('/tmp/imp/x.sqlite-wal',{force:true}); rmSync('/tmp/imp/x.sqlite-shm',{force:true});
  copyFileSync('/work/main/.cache/bench/100000-70.d709ec97-1/caredesk.sqlite','/tmp/imp/x.sqlite');
  const c=openConnection('/tmp/imp/x.sqlite'); c.pragma(`cache_size=${variant==='cache64'?-65536:-393216}`);
  if (variant==='noFk') c.pragma('foreign_keys=OFF');
  if (variant.includes('noName')) c.exec('DROP INDEX customerName'); if (variant.includes('noPinyin')) c.exec('DROP INDEX customerPinyin');
  const newId=idMaker(Date.now); const T:Record<string,number>={}; const time=(n:string,f:()=>void)=>{const t=performance.now();f();T[n]=(T[n]??0)+performance.now()-t;};
  const cu=c.prepare('INSERT INTO customer (id, kind, name, pinyin, gender, createdAt, updatedAt) VALUES (?,?,?,?,?,?,?)');
  const ph=c.prepare("INSERT INTO customerPhone (customerId, position, number, kind, label) VALUES (?, 0, ?, 'mobile', 'mobile')");
  const ve=c.prepare('INSERT INTO vehicle (id, customerId, plate, vin, brand, series, insuranceEndDay, inspectionDueDay, createdAt, updatedAt) VALUES (?,?,?,?,?,?,?,?,?,?)');
  const ml=c.prepare("INSERT INTO mileageLog (vehicleId, day, km, source) VALUES (?, ?, ?, 'import')");
  const po=c.prepare("INSERT INTO policy (id, vehicleId, kind, endDay, source) VALUES (?, ?, 'commercial', ?, 'import')");
  const ch=c.prepare("INSERT INTO changeLog (command, entity, entityId, ownerId, version, op) VALUES (1, ?, ?, ?, 1, 'insert')");
  const t0=performance.now();
  c.exec('BEGIN');
  for (const {r,p} of rows) { const id=newId(), v=newId(); const pid=newId();
    time('customer',()=>cu.run(id,'person',r[0],p,'male',1,1)); time('phone',()=>ph.run(id,r[2])); time('vehicle',()=>ve.run(v,id,r[4],r[5],r[6],r[7],r[12],r[13],1,1));
    time('mileage',()=>ml.run(v,r[14],r[15])); time('policy',()=>po.run(pid,v,r[12])); time('change',()=>{ch.run('customer',id,id);ch.run('vehicle',v,id);ch.run('policy',pid,id);}); }
  time('commit',()=>c.exec('COMMIT'));
  console.log(variant, Math.round(performance.now()-t0), Object.entries(T).map(([k,v])=>k+' '+Math.round(v)).join(', '));
  c.close();
}
