package encode;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

class EncoderFactory extends BasePooledObjectFactory<Encoder> {
  @Override
  public Encoder create() {
    return new Encoder();
  }

  @Override
  public PooledObject<Encoder> wrap(Encoder encoder) {
    return new DefaultPooledObject<>(encoder);
  }
}
