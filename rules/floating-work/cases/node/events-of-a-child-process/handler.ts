// entry: handler
// entry: patient
import { spawn } from 'node:child_process';
import { Progress } from './progress';

function run(args: string[], onOutput: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('convert', args);
    child.stdout.on('data', (data) => onOutput(String(data)));
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

export const handler = async (event: { job: string }) => {
  const progress = new Progress(event.job);
  await run([event.job], (text) => {
    progress.report(Number.parseInt(text, 10)); // expect: floating-work error
  });
  await progress.report(100);
};

export const patient = async (event: { job: string }) => {
  const progress = new Progress(event.job);
  const reports: Promise<void>[] = [];
  await run([event.job], (text) => {
    reports.push(progress.report(Number.parseInt(text, 10))); // fixed: all reports are waited for
  });
  await Promise.allSettled(reports);
};
