import module java.base;

void main() {
    List<String> names = new ArrayList<>();
    try {
        names.add("x");
    } catch (Exception _) {
        names.forEach(_ -> IO.println("none"));
    }
}
