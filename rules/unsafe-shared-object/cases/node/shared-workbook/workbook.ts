import ExcelJS from 'exceljs';

export const workbook = new ExcelJS.Workbook();
export const columns = [{ header: 'Order', key: 'id' }];
