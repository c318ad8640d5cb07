exports.fee = async () => 5;
