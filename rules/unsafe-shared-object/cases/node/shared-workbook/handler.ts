import ExcelJS from 'exceljs';
import { columns, workbook } from './workbook.js';

// entry: exportOrders
export const exportOrders = async (event: { orders: { id: string }[] }) => {
  const sheet = workbook.addWorksheet('Orders'); // misses: unsafe-shared-object error what invocations leave in it meets later ones without a suspension between two uses
  sheet.columns = columns;
  sheet.addRows(event.orders);
  return (await workbook.xlsx.writeBuffer()).byteLength;
};

// entry: exportOwn
export const exportOwn = async (event: { orders: { id: string }[] }) => {
  const own = new ExcelJS.Workbook(); // safe: a workbook of the invocation
  own.addWorksheet('Orders').addRows(event.orders);
  return (await own.xlsx.writeBuffer()).byteLength;
};
