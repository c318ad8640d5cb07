class Orders {
  constructor(table) {
    this.table = table;
  }

  async load(id) {
    const order = await this.table.get(id);
    console.dir(order, { depth: 4 }); // expect: unattributed-log note
    return order;
  }

  async check(id) {
    const order = await this.table.get(id);
    console.table(order.lines); // safe: ends in console.log
    console.log(JSON.stringify(order)); // fixed: one line, with the id of the request
    return order.lines.length > 0;
  }
}

const rows = new Map();
const orders = new Orders({ get: async (id) => rows.get(id) });

// entry: handler
export const handler = async (event) => orders.load(event.pathParameters.id);

// entry: check
export const check = async (event) => orders.check(event.pathParameters.id);
