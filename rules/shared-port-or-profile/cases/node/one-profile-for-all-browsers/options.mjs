export const optionsFor = (id) => ({ executablePath: '/opt/chrome', userDataDir: `/tmp/chrome-${id}` });
