/** Where nothing is set: an address that says so, for mail that goes to files or to a server that takes anything. */
const nobody = 'everyhand@localhost';

/** `Name <address>` or an address alone; unless it has a name, the company's is used. */
export function parseSender(text: string | null, companyName: string): { name: string; address: string } {
  const [, name = '', bracketed] = /^\s*([^<]*?)\s*<\s*([^<>\s]+)\s*>\s*$/.exec(text ?? '') ?? [];
  const address = bracketed ?? text?.trim() ?? nobody;
  return { name: name.replace(/^"(.*)"$/, '$1') || companyName, address: address || nobody };
}
