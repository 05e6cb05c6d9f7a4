import { expect } from 'chai';
import { readCode } from '../../scripts/structure/code.ts';
import { functionsIn } from '../../scripts/structure/functions.ts';

const SAMPLE = `
// function notThis() {
export async function declared<T>(values: { list: T[] }): Promise<{ kind: 'a' } | undefined> {
  const text = \`{ \${values.list.map((one) => \`\${one} }\`).join('{')} (\`;
  return /[}'"]/.test(text) ? undefined : { kind: 'a' };
}

const arrow = (one: number): number =>
  one / 2 /
  3;

const typed: (name: string) => void = (name) => {
  console.log("}", name);
};

class Camera {
  #watch(): void {
    if (true) {
    }
  }
}

const object = {
  open: async () => {
    await close();
  },
};
`;

describe('the measure of the source', () => {
  it('finds functions that have a name, with their lines, past quotes, templates and types', () => {
    const found = functionsIn(readCode(SAMPLE).code).map(({ name, line, lines }) => `${name} ${line}+${lines}`);
    expect(found.sort()).to.deep.equal(['#watch 17+4', 'arrow 8+3', 'declared 3+4', 'open 24+3', 'typed 12+3']);
  });

  it('keeps every line where it is', () => {
    const { code } = readCode(SAMPLE);
    expect(code.split('\n').map(({ length }) => length)).to.deep.equal(SAMPLE.split('\n').map(({ length }) => length));
    expect(code).not.to.include('notThis');
  });
});
