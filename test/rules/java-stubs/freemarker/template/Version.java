package freemarker.template;

public class Version {}
