import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';

const client = new CloudWatchClient({});

export async function publish(counts) {
  await client.send(new PutMetricDataCommand({ Namespace: 'shop', MetricData: [{ MetricName: 'orders', Value: counts.orders }] }));
}
