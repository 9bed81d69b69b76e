import { notFound } from '../guards.server.ts';

export function loader() {
  return notFound();
}

export function action() {
  return notFound();
}

export default function NotFound() {
  return null;
}
