import { send } from '../grafana';

interface Folder {
  readonly uid: string;
  readonly title: string;
}

/** The uid of the folder with a title at the top level; made if there is none. */
export async function folderNamed(title: string): Promise<string> {
  const folders = await send<Folder[]>('GET', '/api/folders?limit=1000');
  const found = folders.find((folder) => folder.title === title);
  return (found ?? (await send<Folder>('POST', '/api/folders', { title }))).uid;
}
