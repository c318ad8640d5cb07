const { add, addCall, clear, clearCalls, current } = require('./stats');

exports.handler = async (event) => {
  if (event.reset) {
    clear();
    await clearCalls();
  } else {
    await add(event.parcel);
    await addCall(event.parcel);
  }
  return current();
};
