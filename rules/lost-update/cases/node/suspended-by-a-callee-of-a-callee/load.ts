interface Document {
  readonly id: string;
}

async function fetchDocument(id: string): Promise<Document> {
  const response = await fetch(`https://example.com/${id}`);
  return (await response.json()) as Document;
}

export const enrich = (id: string): Promise<Document> => fetchDocument(id);
export const plain = (id: string): Document => ({ id });
