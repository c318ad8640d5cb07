/** The files that the example report quotes. */

export const exampleSources: Readonly<Record<string, string>> = {
  'src/orders.ts': `import type { OrderEvent } from './types.js';
import { loadOrders } from './store.js';

let currentTenant: string;

export const handler = async (event: OrderEvent) => {
  currentTenant = event.tenantId;
  const orders = await loadOrders();
  return orders.filter((order) => order.tenant === currentTenant);
};
`,
  'src/store.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});
const prices = new Map<string, number>();

export async function priceOf(sku: string): Promise<number> {
  const known = prices.get(sku);
  if (known !== undefined) return known;
  const price = await fetchPrice(client, sku);
  prices.set(sku, price);
  return price;
}
`,
  'invoices/src/main/java/shop/InvoiceHandler.java': `package shop;

public class InvoiceHandler implements RequestHandler<Order, Invoice> {
  private final Numbers numbers = new Numbers();

  public Invoice handleRequest(Order order, Context context) {
    long number = numbers.next();
    return new Invoice(number, order.total());
  }
}
`,
  'invoices/src/main/java/shop/Numbers.java': `package shop;

class Numbers {
  private long last = 0;

  long next() {
    last = last + 1;
    return last;
  }
}
`,
  'thumbnails/app.py': `import boto3
from PIL import Image

s3 = boto3.client("s3")


def handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    path = "/tmp/" + key.replace("/", "_")
    s3.download_file("photos", key, path)
    image = Image.open(path)
    image.thumbnail((256, 256))
    image.save("/tmp/thumbnail.png")
    s3.upload_file("/tmp/thumbnail.png", "thumbnails", key)
`,
};
