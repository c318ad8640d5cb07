export interface Draft {
  account: string;
  amount: number;
}
