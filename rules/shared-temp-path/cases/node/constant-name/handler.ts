import { saveReport, workFolder } from './report.js';

export const handler = async (event: { rows: string[] }) => saveReport(workFolder(), event.rows);
