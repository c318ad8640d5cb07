package shop;

import jakarta.enterprise.context.RequestScoped;

@RequestScoped
class CurrentUser {
  String name;
  int uploads;
}
