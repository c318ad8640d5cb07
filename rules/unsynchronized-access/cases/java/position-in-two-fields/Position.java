package fleet;

class Position {
  private volatile double latitude;
  private volatile double longitude;

  void setLatitude(double latitude) {
    this.latitude = latitude; // expect: unsynchronized-access error
  }

  void setLongitude(double longitude) {
    this.longitude = longitude;
  }

  double latitude() {
    return latitude;
  }

  double longitude() {
    return longitude;
  }
}
