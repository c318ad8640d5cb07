import puppeteer from 'puppeteer-core';

export const handler = async (event) => {
  const browser = await puppeteer.launch({ headless: true });
  try {
    const page = await browser.newPage();
    await page.setContent(event.invoice);
    return await page.pdf();
  } finally {
    await browser.close();
  }
};
