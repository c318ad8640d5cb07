// entry: handler
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'billing' });

export const handler = async (event: { invoice: string }) => {
  metrics.addMetric('invoices', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return { invoice: event.invoice };
};
