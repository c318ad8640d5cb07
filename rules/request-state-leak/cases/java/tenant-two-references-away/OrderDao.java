package shop;

import java.util.List;

class OrderDao {
  private final String region = System.getenv("AWS_REGION");
  private String tenantId;

  void useTenant(String tenantId) {
    this.tenantId = tenantId; // expect: request-state-leak error
  }

  List<String> findOpen() {
    return List.of(region + "/" + tenantId + "/open");
  }

  List<String> findOpenOf(String tenant) {
    return List.of(region + "/" + tenant + "/open"); // fixed: the tenant is an argument; `region` was set by the constructor
  }
}
