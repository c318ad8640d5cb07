/** Small functions that the tests of the command line audit. */

/** Keeps one request's tenant across an `await`: one error. */
export const LEAKING_HANDLER = `import { setTimeout as sleep } from 'node:timers/promises';

let tenant;

export const handler = async (event) => {
  tenant = event.tenant;
  await sleep(10);
  return { tenant };
};
`;

/** Has nothing to find. */
export const SAFE_HANDLER = `export const handler = async (event) => ({ statusCode: 200, body: event.body });
`;

/** The error of LEAKING_HANDLER in Java: a field of the one handler object. */
export const LEAKING_JAVA = `package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class Orders implements RequestHandler<Map<String, String>, String> {
  private String tenant;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    tenant = event.get("tenant");
    return tenant;
  }
}
`;

/** Writes one file for all requests: one error. */
export const COLLIDING_PYTHON = `import json


def handler(event, context):
    with open('/tmp/orders.json', 'w') as out:
        json.dump(event, out)
    with open('/tmp/orders.json') as orders:
        return orders.read()
`;

/** The error of LEAKING_HANDLER in C#: a field of the one handler object. */
export const LEAKING_CSHARP = `using System.Threading.Tasks;
using Amazon.Lambda.Core;

public class Orders
{
    private string tenant;

    public async Task<string> Handle(string body, ILambdaContext context)
    {
        tenant = body;
        await Task.Delay(10);
        return tenant;
    }
}
`;

/** A SAM template with these functions: name, then handler. */
export function template(functions: Readonly<Record<string, string>>): string {
  const resources = Object.entries(functions).map(([name, handler]) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: ${handler}
      CodeUri: .
`);
  return `Transform: AWS::Serverless-2016-10-31\nResources:\n${resources.join('')}`;
}

/** No function: a class whose methods lose updates when threads share an object of it. */
export const COUNTER_JAVA = `package shop;

public class Counter {
  private int count;

  public void add(int more) {
    count += more;
  }

  public int value() {
    return count;
  }
}
`;
