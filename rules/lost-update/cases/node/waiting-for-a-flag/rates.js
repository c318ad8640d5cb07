exports.rated = async (amount) => amount * 1.1;
