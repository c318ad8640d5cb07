package org.hibernate.cfg;

import org.hibernate.SessionFactory;

public class Configuration {
  public native Configuration configure();
  public native SessionFactory buildSessionFactory();
}
