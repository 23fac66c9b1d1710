interface ImportMetaEnv {
  /** package.json's version, written in by the build */
  readonly CAREDESK_VERSION: string;
}
