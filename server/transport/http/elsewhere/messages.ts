/** For who comes by a name that is not ours: what to open instead. */
const zh = {
  product: '客图课堂',
  title: '换个网址就能进来',
  text: '课堂不在现在这个网址上。请打开：',
  inTheRoom: '也可以扫投影上的二维码。',
  onTheLaptop: '想让现在这个名字也能用，启动时加上 --hosts 和这个名字。',
}

const en: typeof zh = {
  product: 'Ketu',
  title: 'One more step: another address',
  text: 'The class is not at this address. Please open:',
  inTheRoom: 'Or scan the QR code on the projector.',
  onTheLaptop: 'To use this name as well, start the program with --hosts and the name.',
}

export const messages = { 'zh-CN': zh, en }
