import { Controller, Get, Inject, Injectable, Scope } from '@nestjs/common';
import { tracer } from './tracer';

@Controller('orders', { scope: 1 })
export class OrdersController {
  @Inject() private readonly service!: OrdersService;
  constructor(@Inject('CONFIG') config: object) {}
  @Get(':id') @tracer.captureMethod({ name: 'find' })
  find(id: string) { return this.service.find(id); }
}
@Injectable({ scope: Scope.REQUEST })
class OrdersService { find(id: string) { return id; } }
