import { expect } from 'chai';
import { startApp, type TestApp, wordsOf } from '../support/app.ts';

describe('the language of an answer', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const ENGLISH = { 'accept-language': 'en-GB,en;q=0.9' };

  it('is Vietnamese on pages, whatever the browser asks for: office machines often run in English', async () => {
    const { text } = await app.visitor().get('/login', ENGLISH);
    expect(text).to.include('<html lang="vi">');
    expect(text).to.include('Mật khẩu');
  });

  it('is English on pages for who chose it, until Vietnamese is chosen', async () => {
    const visitor = app.visitor();
    const chosen = await visitor.post('/preferences/language', { value: 'en', back: '/login' });
    expect([chosen.status, chosen.location]).to.deep.equal([303, '/login']);
    expect((await visitor.get('/login')).text)
      .to.include('<html lang="en">')
      .and.include('Password');
    await visitor.post('/preferences/language', { value: 'vi', back: '/login' });
    expect((await visitor.get('/login')).text).to.include('<html lang="vi">');
  });

  it('cannot be a third one', async () => {
    for (const value of ['fr', '', '__proto__', 'vi,en']) {
      const answer = await app.visitor().post('/preferences/language', { value, back: '/' });
      expect(answer.status).to.equal(303);
      expect(answer.headers.getSetCookie(), value).to.deep.equal([]);
    }
    expect((await app.visitor().get('/login', { cookie: 'lang=constructor' })).text).to.include('<html lang="vi">');
  });

  const apiError = async (headers: Record<string, string>) =>
    (await app.visitor().get('/api/v1/clusters', headers)).json<{ error: { code: string; message: string } }>().error;

  it('follows Accept-Language in the API, and the cookie before it; the code is the same', async () => {
    const vietnamese = { code: 'unauthorised', message: 'Vui lòng đăng nhập để tiếp tục.' };
    const english = { code: 'unauthorised', message: 'Please sign in to continue.' };
    expect(await apiError({})).to.deep.equal(vietnamese);
    expect(await apiError(ENGLISH)).to.deep.equal(english);
    expect(await apiError({ 'accept-language': 'fr' })).to.deep.equal(vietnamese);
    expect(await apiError({ ...ENGLISH, cookie: 'lang=vi' })).to.deep.equal(vietnamese);
    expect(await apiError({ cookie: 'lang=en' })).to.deep.equal(english);
  });

  it('is that of the reader on an error page', async () => {
    const vi = await app.visitor().get('/khong-co');
    expect(vi.status).to.equal(404);
    expect(wordsOf(vi.text)).to.include('Không tìm thấy trang hoặc dữ liệu này.');
    const en = await app.visitor().get('/khong-co', { cookie: 'lang=en' });
    expect(en.status).to.equal(404);
    expect(wordsOf(en.text)).to.include('This page or record was not found.').and.include('Go to the main page');
  });

  it('comes with the text size the reader chose', async () => {
    const visitor = app.visitor();
    await visitor.post('/preferences/text-size', { value: 'large', back: '/login' });
    expect((await visitor.get('/login')).text).to.include('class="chu-lon"');
    await visitor.post('/preferences/text-size', { value: 'normal', back: '/login' });
    expect((await visitor.get('/login')).text).not.to.include('class="chu-lon"');
  });
});
