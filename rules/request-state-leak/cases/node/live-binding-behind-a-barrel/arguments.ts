export const withTenant = async (tenant: string, url: string): Promise<string> => {
  const response = await fetch(url);
  return `${tenant} ${response.status}`; // fixed: an argument of the call
};
