import { preview, previewBeside, version } from './preview.mjs';

export const handler = async (event) => {
  const image = event.patient ? await previewBeside(event.key) : preview(event.key);
  return { statusCode: 200, headers: { 'x-converter': version }, body: image.toString('base64'), isBase64Encoded: true };
};
