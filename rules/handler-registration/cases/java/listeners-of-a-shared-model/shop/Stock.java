package shop;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

class Stock {
  private final PropertyChangeSupport changes = new PropertyChangeSupport(this);

  void listen(PropertyChangeListener listener) {
    changes.addPropertyChangeListener(listener); // expect: handler-registration error
  }

  void take(String article, int before, int after) {
    changes.firePropertyChange(article, before, after);
  }
}
