import { renderToString } from 'react-dom/server';
import * as ui from './ui';

let title = 'x';
const Page = ({ user, children }: { user: { name: string }; children?: any }) => (
  <main className="page" hidden {...user}>
    Hello {user.name} {/* nothing */}
    <ui.Panel key={title}>{children}</ui.Panel>
    <>{[1, 2].map((n) => <li key={n}>{n}</li>)}</>
  </main>
);

export const handler = async (event: any) => renderToString(<Page user={event.user} />);
