import winston from 'winston';

export const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

export const common = winston.createLogger({ transports: [new winston.transports.Console()] });
common.defaultMeta = { service: 'orders' }; // safe: when the module is loaded
