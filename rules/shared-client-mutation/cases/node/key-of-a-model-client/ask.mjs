export async function ask(client, question) {
  const answer = await client.chat.completions.create({ model: 'small', messages: [{ role: 'user', content: question }] });
  return answer.choices[0].message.content;
}
