import puppeteer from 'puppeteer-core';

const idle = [await puppeteer.launch(), await puppeteer.launch()];
const free = [await puppeteer.launch(), await puppeteer.launch()];

export async function borrow() {
  const browser = idle[0];
  await browser.version();
  // Two invocations look at the same first browser; both take it.
  idle.shift(); // expect: unsafe-pool error
  return browser;
}

export function take() {
  return free.pop(); // safe: looked at and taken in one turn
}

export const giveBack = (browser) => idle.push(browser); // safe: what was taken is put back
export const put = (browser) => free.push(browser); // safe: what was taken is put back
