export * from 'shop-archive';
