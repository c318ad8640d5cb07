export async function thumbnails(page) {
  const response = await fetch(`https://thumbnails.example.com/${page}`);
  return response.status;
}
