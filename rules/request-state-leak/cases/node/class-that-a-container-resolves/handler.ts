import 'reflect-metadata';
import { Container } from 'typedi';
import { TransferService } from './transfer-service';

export const handler = (event: { account: string; amount: number }) => Container.get(TransferService).transfer(event.account, event.amount);
