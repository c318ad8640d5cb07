package shop;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

class Ledger {
  private final PropertyChangeSupport changes = new PropertyChangeSupport(this);

  // fixed: taken away when the work is done
  void watched(PropertyChangeListener listener, Runnable work) {
    changes.addPropertyChangeListener(listener);
    try {
      work.run();
    } finally {
      changes.removePropertyChangeListener(listener);
    }
  }

  void post(String account, int before, int after) {
    changes.firePropertyChange(account, before, after);
  }
}
