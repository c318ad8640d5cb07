package orders;

class OrderRepository {
  String tableFor(String order) {
    return TenantContext.get() + "/" + order;
  }
}
