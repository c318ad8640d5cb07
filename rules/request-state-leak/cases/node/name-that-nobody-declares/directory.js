exports.lookUp = async (phone) => {
  const answer = await fetch(`https://directory.example.com/${phone}`);
  return answer.text();
};
