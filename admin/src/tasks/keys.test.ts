import { commandOf } from './keys';

const press = (key: string, target: unknown = { tagName: 'DIV' }, more: object = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, target, ...more });

describe('keys of the inbox', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['c', 'claim'],
    ['e', 'complete'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'escape'],
    ['x', null],
  ])('%s is %s', (key, command) => {
    expect(press(key)).toBe(command);
  });

  it('leave typing alone', () => {
    expect(press('j', { tagName: 'INPUT' })).toBeNull();
    expect(press('e', { tagName: 'TEXTAREA' })).toBeNull();
    expect(press('c', { tagName: 'DIV', isContentEditable: true })).toBeNull();
  });

  it('leave the browser’s own keys and buttons alone', () => {
    expect(press('c', { tagName: 'DIV' }, { ctrlKey: true })).toBeNull();
    expect(press('Enter', { tagName: 'BUTTON' })).toBeNull();
    expect(press('j', { tagName: 'BUTTON' })).toBe('next');
  });
});
