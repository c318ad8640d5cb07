package shop;

public class LookHandler extends OrderHandler {}
