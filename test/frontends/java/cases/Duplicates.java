// file: one/src/main/java/helloworld/App.java
package helloworld;

public class App { static int n; int go() { return App.n + new Helper().x; } }
// file: one/src/main/java/helloworld/Helper.java
package helloworld;

class Helper { int x; }
// file: two/src/main/java/helloworld/App.java
package helloworld;

public class App { static String n; String go() { return App.n + new Helper().y; } class Part {} }
// file: two/src/main/java/helloworld/Helper.java
package helloworld;

class Helper { String y; }
