package shop;

import java.util.List;

class OrderService {
  private final OrderDao orders;

  OrderService(OrderDao orders) {
    this.orders = orders;
  }

  List<String> openOrders(String tenantId) {
    orders.useTenant(tenantId);
    return orders.findOpen();
  }

  List<String> openOrdersOf(String tenantId) {
    return orders.findOpenOf(tenantId);
  }
}
