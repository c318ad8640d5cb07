package com.acme;

class Broken {
    int ok() { return 1; }
    int bad() { int x = ; return x + ; }
    @@@
    int after() { return ok(); }
}
