let kept = 1;
export const handler = async () => kept++;
function broken( {
  return ;
}
export const after = () => kept;
