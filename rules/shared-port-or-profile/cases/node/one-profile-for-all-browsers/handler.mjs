import puppeteer from 'puppeteer-core';
import { optionsFor } from './options.mjs';

const FLAGS = ['--no-sandbox', '--user-data-dir=/tmp/chrome'];

// entry: screenshot
export const screenshot = async (event) => {
  const browser = await puppeteer.launch({ args: FLAGS, executablePath: '/opt/chrome' }); // expect: shared-port-or-profile error
  const page = await browser.newPage();
  await page.goto(event.url);
  const image = await page.screenshot();
  await browser.close();
  return image.toString('base64');
};

// entry: print
export const print = async (event, context) => {
  const browser = await puppeteer.launch(optionsFor(context.awsRequestId)); // fixed: a profile of the invocation's own
  const page = await browser.newPage();
  await page.goto(event.url);
  const file = await page.pdf();
  await browser.close();
  return file.toString('base64');
};

// entry: title
export const title = async (event) => {
  const browser = await puppeteer.launch({ args: ['--no-sandbox'] }); // safe: the library makes a new profile when none is named
  const page = await browser.newPage();
  await page.goto(event.url);
  return page.title();
};
