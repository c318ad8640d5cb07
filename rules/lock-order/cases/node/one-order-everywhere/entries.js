let entries = 0;

exports.countEntry = async () => {
  entries += 1;
  return entries;
};
