/** Plug-ins read their settings from the environment. */
export function applySettings(bundle) {
  Object.assign(process.env, bundle.settings); // expect: process-global-mutation error
}

export function dropSecrets() {
  delete process.env.DEPLOY_TOKEN; // expect: process-global-mutation warning
}
