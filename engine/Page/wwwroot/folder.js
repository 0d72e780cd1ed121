// The folder behind the page, where the program serves it ('systemsim open'): what it holds of the scenario, and how that is written back.

import { Unreachable } from './unreachable.js';

/** The scenario with all that it reads, and the version of its own file. */
export async function readFolder(token) {
  const answer = await ask(token, { cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return answer.json();
}

/**
 * Writes the scenario's own file, unless it is another one by now.
 * @returns {Promise<{ isWritten: boolean, there?: string, version?: string, wrong?: string }>} with what is there where it is another
 */
export async function writeScenario(token, version, text) {
  const answer = await ask(token, {
    method: 'PUT',
    headers: { 'If-Match': `"${version}"`, 'Content-Type': 'text/yaml; charset=utf-8' },
    body: new TextEncoder().encode(text),
  });
  if (answer.ok) {
    return { isWritten: true };
  }
  return answer.status === 412
    ? { isWritten: false, there: await exact(answer), version: answer.headers.get('ETag').replaceAll('"', '') }
    : { isWritten: false, wrong: await answer.text() };
}

/** A text with the mark that may stand before it. */
export async function exact(file) {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
}

async function ask(token, { headers, ...how }) {
  try {
    return await fetch('folder', { ...how, headers: { ...headers, 'X-SystemSim-Token': token } });
  } catch {
    throw new Unreachable();
  }
}
