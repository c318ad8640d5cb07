import { borrow, giveBack, put, take } from './browsers.mjs';

// entry: render
export const render = async (event) => {
  const browser = await borrow();
  try {
    const page = await browser.newPage();
    await page.goto(event.url);
    return await page.content();
  } finally {
    giveBack(browser);
  }
};

// entry: renderSafely
export const renderSafely = async (event) => {
  const browser = take();
  try {
    const page = await browser.newPage();
    await page.goto(event.url);
    return await page.content();
  } finally {
    put(browser);
  }
};
